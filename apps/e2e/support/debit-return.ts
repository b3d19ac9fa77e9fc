/** What a bank answers to a request in the layout 支付公司代收: everything was debited. */
export function allDebited(request: string): string {
  const [header, ...lines] = request.split(/\r?\n/).filter(Boolean);
  const answers = lines.map((line) => {
    const [no, , account, holder, amount, reference] = line.split("|");
    return [no, account, holder, amount, reference, "0000", "成功"].join("|");
  });
  return [header, ...answers, ""].join("\r\n");
}
