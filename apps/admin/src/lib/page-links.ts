import { createContext, useContext } from "react";

/** Turns a page path ("billing/receipts?today=true") into an address, or undefined when the user may not open it. */
export type LinkToPage = (path: string) => string | undefined;

/** Filled by the layout, which knows the route table. */
export const PageLinks = createContext<LinkToPage>(() => undefined);

/**
 * Links between modules: `const linkTo = usePageLink(); <StatCard to={linkTo("billing/arrears")} />`. Where the user has
 * no right, the module is switched off or the page does not exist, the answer is undefined and nothing links.
 */
export const usePageLink = (): LinkToPage => useContext(PageLinks);
