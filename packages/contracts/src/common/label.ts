import "reflect-metadata";

const LABELS = Symbol("linli:labels");

/** The Chinese name of a field, used in error sentences, form labels and the API description. */
export const Label =
  (label: string): PropertyDecorator =>
  (target, property) => {
    const known = (Reflect.getMetadata(LABELS, target) as Record<string, string> | undefined) ?? {};
    Reflect.defineMetadata(LABELS, { ...known, [String(property)]: label }, target);
  };

/** All field labels of a DTO class, inherited ones included. */
export function labelsOf(dto: { prototype: object }): Record<string, string> {
  return (Reflect.getMetadata(LABELS, dto.prototype) as Record<string, string> | undefined) ?? {};
}
