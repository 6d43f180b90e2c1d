/** Prints what a driver found: a fact's name, and its value or `-` where there is none. */
export function fact(name: string, value: string | number | boolean | Date | null | undefined): void {
  const text = value instanceof Date ? value.toISOString() : value ?? "-";
  console.log(`${name} = ${text}`);
}

/** A variable that the driver is given. */
export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
