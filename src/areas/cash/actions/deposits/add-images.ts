/**
 * Puts pictures to the checks of a deposit, each by its file's name. All of them or none: a
 * picture that shows no check of the deposit is named.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { pictureType, readImageName } from '../../rules/deposits/image-name.ts';
import { insertImage } from '../../store/deposits/checks.ts';
import { itemsOf, lockDeposit } from '../../store/deposits/deposits.ts';

export type AddImages = {
  readonly companyId: Id;
  readonly depositId: Id;
  readonly files: readonly {
    readonly name: string;
    readonly content: Uint8Array;
    readonly sha256: string;
  }[];
};

export type AddImagesRefusal =
  | 'cash.no_such_deposit'
  | 'cash.deposit_not_so'
  | 'cash.image_unnamed'
  | 'cash.image_of_no_check'
  | 'cash.image_twice'
  | 'cash.image_no_picture';

export async function addImages(
  context: Context,
  { companyId, depositId, files }: AddImages,
): Promise<Outcome<{ images: number }, AddImagesRefusal>> {
  const deposit = await lockDeposit(context.tx, companyId, depositId);
  if (!deposit) return refuse('cash.no_such_deposit');
  const { state } = deposit;
  if (!['open', 'closed', 'rejected'].includes(state)) {
    return refuse('cash.deposit_not_so', { state });
  }
  const items = await itemsOf(context.tx, depositId);
  const shown = new Set<string>();
  for (const { name, content, sha256 } of files) {
    const named = readImageName(name);
    if (!named.ok) return named;
    const { side, serial, itemNo } = named.value;
    const [item, ...others] = items.filter((each) =>
      serial === null ? each.itemNo === itemNo : each.serial.replace(/^0+/u, '') === serial,
    );
    if (!item || others.length > 0) return refuse('cash.image_of_no_check', { file: name });
    const face = `${item.itemNo} ${side}`;
    if (shown.has(face)) return refuse('cash.image_twice', { file: name });
    shown.add(face);
    const mediaType = pictureType(content);
    if (mediaType === undefined) return refuse('cash.image_no_picture', { file: name });
    await insertImage(context, {
      depositId,
      itemNo: item.itemNo,
      side,
      sha256,
      mediaType,
      content,
    });
  }
  context.did({ what: 'check images', id: depositId, facts: { images: files.length } });
  return accept({ images: files.length });
}
