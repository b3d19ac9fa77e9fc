/** Colours of the states of a shift. */
export const shiftTones = { OPEN: "good", COUNTED: "warning" } as const;
