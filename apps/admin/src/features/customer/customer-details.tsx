import { useQuery } from "@tanstack/react-query";
import type { CustomerDetailDto } from "@linli/contracts";
import { QueryView } from "../../components/query-view";
import { useProjectId } from "../../lib/session";
import { AddressesCard } from "./addresses-card";
import { ContactsCard } from "./contacts-card";
import { detailQueries } from "./details.queries";
import { PhonesCard } from "./phones-card";
import { PreferencesCard } from "./preferences-card";
import { TitlesCard } from "./titles-card";

/** Telephones, contacts, addresses, invoice titles and preferences of a customer. */
export function CustomerDetails({ customer: { id, kind } }: { customer: CustomerDetailDto }) {
  const query = useQuery(detailQueries.of(useProjectId(), id));
  return (
    <QueryView query={query}>
      {({ phones, contacts, addresses, invoiceTitles, preferences }) => (
        <>
          <PhonesCard customerId={id} phones={phones} />
          {kind === "COMPANY" && <ContactsCard customerId={id} contacts={contacts} />}
          <AddressesCard customerId={id} addresses={addresses} />
          <TitlesCard customerId={id} titles={invoiceTitles} />
          <PreferencesCard customerId={id} preferences={preferences} />
        </>
      )}
    </QueryView>
  );
}
