import { plainToInstance, Type } from "class-transformer";
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength, validateSync } from "class-validator";
import path from "node:path";

/** The configuration, read once from the environment and validated at start. The table in the README lists the same. */
export class Config {
  /** Port of the HTTP server. */
  @Type(() => Number) @IsInt() @Min(0) @Max(65535) PORT = 3000;
  /** Address the server listens on. */
  @IsString() HOST = "0.0.0.0";
  /** PostgreSQL 15 or newer; the user owns the schema, the server itself acts as the role `linli_app`. */
  @Matches(/^postgres(ql)?:\/\//, { message: "DATABASE_URL must start with postgres://" }) DATABASE_URL: string;
  /** Largest number of database connections of one process. */
  @Type(() => Number) @IsInt() @Min(2) @Max(500) DATABASE_POOL = 20;
  /** Folder for uploaded files and generated secrets. */
  @IsString() LINLI_DATA_DIR = path.resolve(".data");
  /** Folder where electronic invoices are exchanged as files; `invoices` below the data folder by default. */
  @IsOptional() @IsString() INVOICE_DIR?: string;
  /** Signs access tokens; at least 32 characters. */
  @MinLength(32) JWT_SECRET: string;
  /** Encrypts ID numbers and bank accounts: 32 bytes as base64 or hex, optionally `keyId:key`. */
  @MinLength(43) DATA_KEY: string;
  /** Folder of the built console; when absent only the API is served. */
  @IsOptional() @IsString() CONSOLE_DIR?: string;
  /** Origins allowed by CORS, separated by commas; none by default. */
  @IsOptional() @IsString() CORS_ORIGINS?: string;
  @IsIn(["fatal", "error", "warn", "info", "debug", "trace", "silent"]) LOG_LEVEL = "info";
  /** Whether cookies are sent over HTTPS only; switch on behind TLS. */
  @IsIn(["true", "false"]) COOKIE_SECURE = "false";
  /** Hours after which everybody signs in again, however busy. */
  @Type(() => Number) @IsInt() @Min(1) @Max(168) SESSION_HOURS = 12;
  /** Minutes without any request after which one signs in again. */
  @Type(() => Number) @IsInt() @Min(20) @Max(10_080) SESSION_IDLE_MINUTES = 480;
  /** Number of reverse proxies in front whose X-Forwarded-For is trusted. */
  @Type(() => Number) @IsInt() @Min(0) @Max(10) TRUST_PROXY = 0;
  /** Whether this process works on background jobs. */
  @IsIn(["true", "false"]) JOBS = "true";
}

/** Reads the environment. Throws one sentence that names every wrong setting. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const known = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const config = plainToInstance(Config, known, { exposeDefaultValues: true });
  const errors = validateSync(config, { skipMissingProperties: false });
  if (errors.length === 0) return config;
  const sentences = errors.flatMap((error) => Object.values(error.constraints ?? {}));
  throw new Error(`Configuration is not valid: ${sentences.join("; ")}`);
}
