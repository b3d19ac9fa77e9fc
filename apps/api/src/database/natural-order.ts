/** For ORDER BY on codes: numbers inside count as numbers, so 2 comes before 10. */
export const NATURAL = 'COLLATE "natural_order"';
