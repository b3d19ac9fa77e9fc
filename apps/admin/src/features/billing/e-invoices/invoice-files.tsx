import type { EInvoiceDetailDto } from "@linli/contracts";

/** Links to the files of an invoice, as its supplier gave them. */
export function InvoiceFiles({ pdfUrl, ofdUrl, xmlUrl }: Pick<EInvoiceDetailDto, "pdfUrl" | "ofdUrl" | "xmlUrl">) {
  const links = { PDF: pdfUrl, OFD: ofdUrl, XML: xmlUrl };
  return (
    <>
      {Object.entries(links).map(
        ([name, url]) =>
          url && (
            <a key={name} href={url} target="_blank" rel="noopener noreferrer">
              {name}
            </a>
          ),
      )}
    </>
  );
}
