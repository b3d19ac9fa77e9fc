import { Injectable } from "@nestjs/common";
import { PassportStrategy } from "@nestjs/passport";
import { createSecretKey } from "node:crypto";
import { ExtractJwt, Strategy } from "passport-jwt";
import { Config } from "../config.js";
import { type Access, AccessService } from "./access.service.js";

/** What an access token says: the person and the sign-in it came from. */
export interface TokenClaims {
  sub: string;
  sid: string;
}

/** Reads the access token from the Authorization header; valid only while its sign-in lives. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    config: Config,
    private readonly access: AccessService,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // Of a text it would be tried at every request whether it is a public key; the types know only texts.
      secretOrKey: createSecretKey(config.JWT_SECRET, "utf8") as unknown as Buffer,
      algorithms: ["HS256"],
    });
  }

  async validate({ sub, sid }: TokenClaims): Promise<Access | false> {
    return (await this.access.of(sub, sid)) ?? false;
  }
}
