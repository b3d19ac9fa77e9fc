import { Global, Module } from "@nestjs/common";
import { JwtModule } from "@nestjs/jwt";
import { PassportModule } from "@nestjs/passport";
import { Config } from "../config.js";
import { AccessService } from "./access.service.js";
import { JwtStrategy } from "./jwt.strategy.js";

/** Sign-in, sessions, users, roles and memberships. */
@Global()
@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ secret: config.JWT_SECRET, signOptions: { algorithm: "HS256", expiresIn: "15m" } }),
    }),
  ],
  providers: [AccessService, JwtStrategy],
  exports: [AccessService, JwtModule],
})
export class AuthModule {}
