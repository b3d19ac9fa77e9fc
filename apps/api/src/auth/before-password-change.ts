import { Reflector } from "@nestjs/core";

/** Declares that a handler answers also before the first (or an expired) password is changed. */
export const BeforePasswordChange = Reflector.createDecorator<true>({ transform: () => true });
