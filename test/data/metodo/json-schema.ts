type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Schema = Readonly<Record<string, Json>>;

const KNOWN = new Set([
  "$schema", "$defs", "$ref", "title", "description", "type", "const", "enum", "anyOf", "properties", "required", "additionalProperties",
  "items", "minItems", "maxItems", "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
]);

/**
 * Places of `value` that do not fit, by the part of JSON Schema 2020-12 that our
 * own schema uses. Throws on a keyword it does not know, so that no rule of the
 * schema passes for checked when it was skipped.
 */
export function schemaErrors(schema: Schema, value: unknown, root: Schema = schema, place = "$"): string[] {
  for (const key of Object.keys(schema)) if (!KNOWN.has(key)) throw new Error(`keyword "${key}" at ${place} is not checked here`);
  const errors: string[] = [];
  const fail = (what: string): void => void errors.push(`${place}: ${what}`);
  const number = (key: string): number => (typeof schema[key] === "number" ? schema[key] : Number.NaN);
  const ref = schema["$ref"];
  if (typeof ref === "string") errors.push(...schemaErrors(resolve(root, ref), value, root, place));
  const types = [schema["type"]].flat().filter((type) => typeof type === "string");
  if (types.length > 0 && !types.some((type) => hasType(value, type))) fail(`is not ${types.join(" or ")}`);
  if ("const" in schema && value !== schema["const"]) fail("is not the constant");
  const options = schema["enum"];
  if (Array.isArray(options) && !options.includes(value)) fail("is none of the values");
  const anyOf = schema["anyOf"];
  if (Array.isArray(anyOf) && !(anyOf as Schema[]).some((option) => schemaErrors(option, value, root, place).length === 0)) fail("fits no option");
  if (typeof value === "number") {
    if (value < number("minimum") || value <= number("exclusiveMinimum")) fail("is too small");
    if (value > number("maximum") || value >= number("exclusiveMaximum")) fail("is too large");
  }
  if (typeof value === "string") {
    if (value.length < number("minLength")) fail("is too short");
    if (value.length > number("maxLength")) fail("is too long");
    if (typeof schema["pattern"] === "string" && !new RegExp(schema["pattern"], "u").test(value)) fail("does not match");
  }
  if (Array.isArray(value)) {
    if (value.length < number("minItems") || value.length > number("maxItems")) fail("has another length");
    const items = schema["items"];
    if (isObject(items)) value.forEach((item, i) => errors.push(...schemaErrors(items, item, root, `${place}[${i}]`)));
  } else if (isObject(value)) {
    const properties = isObject(schema["properties"]) ? schema["properties"] : {};
    const required = schema["required"];
    if (Array.isArray(required)) for (const key of required) if (typeof key === "string" && !(key in value)) fail(`lacks ${key}`);
    for (const [key, member] of Object.entries(value)) {
      const own = properties[key];
      if (isObject(own)) errors.push(...schemaErrors(own, member, root, `${place}.${key}`));
      else if (schema["additionalProperties"] === false) fail(`has ${key}`);
    }
  }
  return errors;
}

function resolve(root: Schema, ref: string): Schema {
  const found = ref.replace(/^#\//, "").split("/").reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), root);
  if (!isObject(found)) throw new Error(`no ${ref} in the schema`);
  return found;
}

function hasType(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  return type === "object" ? isObject(value) : typeof value === type;
}

function isObject(value: unknown): value is Schema {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
