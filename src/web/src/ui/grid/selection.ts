/** What is selected after one more row was chosen, alone or with everything between it and the last one. */
export function extend(selected: ReadonlySet<string>, order: readonly string[], id: string, last: string | null, range: boolean): Set<string> {
  const next = new Set(selected);
  if (range && last !== null) {
    const from = order.indexOf(last);
    const to = order.indexOf(id);
    if (from >= 0 && to >= 0) {
      for (const between of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(between);
      return next;
    }
  }
  if (next.has(id)) next.delete(id);
  else next.add(id);
  return next;
}
