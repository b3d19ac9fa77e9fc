import { Global, Module } from "@nestjs/common";
import { JwtModule } from "@nestjs/jwt";
import { PassportModule } from "@nestjs/passport";
import { Config } from "../config.js";
import { AccessApplicationsController } from "./access-applications.controller.js";
import { AccessApplicationsService } from "./access-applications.service.js";
import { AccessService } from "./access.service.js";
import { AuthController } from "./auth.controller.js";
import { ChangePasswordService } from "./change-password.service.js";
import { JwtStrategy } from "./jwt.strategy.js";
import { ManageUsersService } from "./manage-users.service.js";
import { MeQueries } from "./me.queries.js";
import { RefreshService } from "./refresh.service.js";
import { RolesController } from "./roles.controller.js";
import { SaveRoleService } from "./save-role.service.js";
import { SignInService } from "./sign-in.service.js";
import { UsersController } from "./users.controller.js";
import { UsersQueries } from "./users.queries.js";

/** Sign-in, sessions, users, roles, memberships and applications for access. */
@Global()
@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        secret: config.JWT_SECRET,
        signOptions: { algorithm: "HS256", expiresIn: "15m" },
      }),
    }),
  ],
  controllers: [AccessApplicationsController, AuthController, RolesController, UsersController],
  providers: [
    AccessApplicationsService,
    AccessService,
    ChangePasswordService,
    JwtStrategy,
    ManageUsersService,
    MeQueries,
    RefreshService,
    SaveRoleService,
    SignInService,
    UsersQueries,
  ],
  exports: [AccessService, JwtModule],
})
export class AuthModule {}
