/** Every field of `T` (of every member, when it is a union) in the order of writing; the numbers mean nothing. */
export type FieldOrder<T> = { readonly [K in KeysOfAll<T>]: 1 };

type KeysOfAll<T> = T extends unknown ? keyof T & string : never;

/** The fields of `order` that `value` has, in that order. Fields it does not name are left out. */
export function ordered(value: object, order: Readonly<Record<string, 1>>): Record<string, unknown> {
  const source = new Map<string, unknown>(Object.entries(value));
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(order)) {
    if (source.has(key)) result[key] = source.get(key);
  }
  return result;
}
