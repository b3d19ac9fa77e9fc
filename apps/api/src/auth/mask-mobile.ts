/** 138****5678: how a mobile number stands in audit rows. */
export const maskMobile = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
