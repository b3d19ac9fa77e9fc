/** Colours of the states of a daily report. */
export const reportStateTones = { DUE: "warning", SENT: "good", CHANGED: "bad" } as const;
