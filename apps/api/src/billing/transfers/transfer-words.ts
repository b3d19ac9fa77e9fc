/** What the reason of whatever a transfer takes back begins with: its entries are found by it and by their source. */
export const transferInWords = (number: string): string => `房屋过户 ${number}`;
