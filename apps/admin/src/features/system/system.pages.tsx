import type { Page } from "../../app/page";

/** The pages of this module, in menu order; see apps/admin/README.md. */
export const systemPages: readonly Page[] = [];
