import { Global, Module } from "@nestjs/common";
import { JwtModule } from "@nestjs/jwt";
import { PassportModule } from "@nestjs/passport";
import { Config } from "../config.js";
import { AccessService } from "./access.service.js";
import { AuthController } from "./auth.controller.js";
import { ChangePasswordService } from "./change-password.service.js";
import { JwtStrategy } from "./jwt.strategy.js";
import { MeQueries } from "./me.queries.js";
import { RefreshService } from "./refresh.service.js";
import { SignInService } from "./sign-in.service.js";

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
  controllers: [AuthController],
  providers: [AccessService, ChangePasswordService, JwtStrategy, MeQueries, RefreshService, SignInService],
  exports: [AccessService, JwtModule],
})
export class AuthModule {}
