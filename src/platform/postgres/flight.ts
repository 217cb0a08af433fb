/**
 * A COPY sent in one flight: the statement and all its rows, without waiting for an answer.
 *
 * The server takes what it is sent in its order, so COPYs and statements may follow each other on
 * the wire; when one fails, the server drops its rows and refuses what follows. The rows must be
 * made before they are sent: rows that are still coming talk alone (see `load` in db.ts).
 */
import pg from 'pg';

/** Sends rows in COPY's own format; they count from the answer on, like any statement's. */
export function copyInFlight(
  client: pg.ClientBase,
  statement: string,
  pieces: readonly Uint8Array[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new FlyingCopy(statement, pieces, (error) => (error ? reject(error) : resolve())));
  });
}

/** The client lets only its own kind of statement into a flight. */
class FlyingCopy extends pg.Query {
  readonly statement: string;
  pieces: readonly Uint8Array[];

  constructor(
    statement: string,
    pieces: readonly Uint8Array[],
    done: (error: Error | undefined) => void,
  ) {
    super(statement, done);
    this.statement = statement;
    this.pieces = pieces;
  }

  override submit = (connection: pg.Connection): void => {
    const { stream } = connection;
    if (!stream.writable) return;
    stream.cork();
    connection.query(this.statement);
    for (const piece of this.pieces) {
      stream.write(dataMark(piece.length));
      stream.write(piece);
    }
    stream.write(doneMark);
    stream.uncork();
    // What waits to be sent is the stream's from here on.
    this.pieces = [];
  };

  /** The server is ready for rows that are under way already. */
  handleCopyInResponse(): void {
    // Nothing is left to do.
  }
}

/** CopyData: its letter and its length, which counts itself (PostgreSQL manual, "Messages"). */
function dataMark(size: number): Buffer {
  const mark = Buffer.allocUnsafe(5);
  mark[0] = 0x64;
  mark.writeUInt32BE(size + 4, 1);
  return mark;
}

/** CopyDone. */
const doneMark = Buffer.from([0x63, 0, 0, 0, 4]);
