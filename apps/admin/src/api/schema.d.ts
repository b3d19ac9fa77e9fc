// Stands in until `pnpm openapi` has written the real file from openapi.json.
interface AnyOperation {
  parameters: { query?: any; path?: any; header?: any; cookie?: any };
  requestBody?: { content: { "application/json": any } };
  responses: { 200: { content: { "application/json": any } } };
}
interface AnyPath {
  get: AnyOperation;
  post: AnyOperation;
  put: AnyOperation;
  patch: AnyOperation;
  delete: AnyOperation;
}
export type paths = Record<string, AnyPath>;
