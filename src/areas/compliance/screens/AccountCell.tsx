/** An account in a list: its customer's name and its number. */
export function AccountCell({ name, account }: { name: string; account: string }) {
  return (
    <span className="block truncate">
      <span className="font-[600]">{name}</span>{' '}
      <span className="text-sm text-ink-3">{account}</span>
    </span>
  );
}
