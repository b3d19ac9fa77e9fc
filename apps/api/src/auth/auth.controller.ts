import { Body, Controller, Get, HttpCode, Post, Req, Res } from "@nestjs/common";
import { JwtService } from "@nestjs/jwt";
import { RouteConfig } from "@nestjs/platform-fastify";
import { ChangePasswordDto, MeDto, RefreshedDto, SignedInDto, SignInDto } from "@linli/contracts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Actor, CurrentActor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { Open, SignedIn } from "../common/requires.js";
import { RuleViolation } from "../common/rule-violation.js";
import { Config } from "../config.js";
import { BeforePasswordChange } from "./before-password-change.js";
import { ChangePasswordService } from "./change-password.service.js";
import { MeQueries } from "./me.queries.js";
import { originOf } from "./origin.js";
import { RefreshService } from "./refresh.service.js";
import { ACCESS_SECONDS, fromCookie, toCookie } from "./sessions.js";
import { type Begun, SignInService } from "./sign-in.service.js";

const COOKIE = "linli_refresh";
/** Only these routes see the refresh token. */
const COOKIE_PATH = "/api/auth";

/** One address tries so many sign-ins a minute: a whole office stands behind one address, a guesser gains little. */
const SIGN_IN_LIMIT = { rateLimit: { max: 60, timeWindow: "1 minute" } };

/** Sign-in, sign-out and one's own account. */
@Controller("auth")
export class AuthController {
  constructor(
    private readonly signer: SignInService,
    private readonly refresher: RefreshService,
    private readonly passwords: ChangePasswordService,
    private readonly queries: MeQueries,
    private readonly jwt: JwtService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** 登录；刷新令牌写入 cookie */
  @Post("sign-in")
  @HttpCode(200)
  @Open(true)
  @RouteConfig(SIGN_IN_LIMIT)
  async signIn(
    @Body() dto: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    const begun = await this.signer.signIn(dto, originOf(request));
    return { ...this.answer(begun, reply), user: await this.queries.me(begun.userId) };
  }

  /** 用 cookie 中的刷新令牌换取新的访问令牌，刷新令牌随之更换 */
  @Post("refresh")
  @HttpCode(200)
  @Open(true)
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefreshedDto> {
    try {
      return this.answer(await this.refresher.refresh(fromCookie(request.cookies[COOKIE]), originOf(request)), reply);
    } catch (error) {
      // a server in trouble says nothing about the session
      if (error instanceof RuleViolation) this.clearCookie(reply);
      throw error;
    }
  }

  /** 退出本设备的登录；访问令牌过期时也可用 */
  @Post("sign-out")
  @HttpCode(204)
  @Open(true)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.refresher.signOut(fromCookie(request.cookies[COOKIE]), originOf(request));
    this.clearCookie(reply);
  }

  /** 当前登录的人、首页、管理区与权限 */
  @Get("me")
  @SignedIn(true)
  @BeforePasswordChange(true)
  me(@CurrentActor() actor: Actor): Promise<MeDto> {
    return this.queries.me(actor.userId);
  }

  /** 修改自己的密码；其他设备上的登录失效 */
  @Post("password")
  @HttpCode(200)
  @SignedIn(true)
  @BeforePasswordChange(true)
  @RouteConfig({ rateLimit: { max: 20, timeWindow: "1 minute" } })
  async changePassword(
    @Body() dto: ChangePasswordDto,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    const begun = await this.passwords.change(actor.userId, dto, originOf(request));
    return { ...this.answer(begun, reply), user: await this.queries.me(begun.userId) };
  }

  private answer({ userId, token, expiresAt }: Begun, reply: FastifyReply): RefreshedDto {
    const left = Math.floor((expiresAt.getTime() - this.clock.now().getTime()) / 1000);
    const expiresIn = Math.max(1, Math.min(ACCESS_SECONDS, left));
    reply.setCookie(COOKIE, toCookie(token), { ...this.cookieOptions(), maxAge: Math.max(1, left) });
    return { accessToken: this.jwt.sign({ sub: userId, sid: token.sessionId }, { expiresIn }), expiresIn };
  }

  private clearCookie(reply: FastifyReply): void {
    reply.clearCookie(COOKIE, this.cookieOptions());
  }

  private cookieOptions() {
    return {
      httpOnly: true,
      sameSite: "strict",
      path: COOKIE_PATH,
      secure: this.config.COOKIE_SECURE === "true",
    } as const;
  }
}
