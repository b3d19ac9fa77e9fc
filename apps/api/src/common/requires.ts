import { Reflector } from "@nestjs/core";
import type { Permission } from "@linli/contracts";

/** Declares the right a handler needs, in the project its path names. A handler that declares nothing stops the start. */
export const Requires = Reflector.createDecorator<Permission>();

/** Declares that a handler needs a right in at least one project, or company-wide (lists over all projects). */
export const RequiresAnywhere = Reflector.createDecorator<Permission>();

/** Declares that any signed-in person may call the handler. */
export const SignedIn = Reflector.createDecorator<true>({ transform: () => true });

/** Declares that a handler is open to anyone, signed in or not. */
export const Open = Reflector.createDecorator<true>({ transform: () => true });
