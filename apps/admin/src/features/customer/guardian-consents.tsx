import type { GuardianConsentDto } from "@linli/contracts";
import { consentWayLabels } from "@linli/contracts/enums";
import "./relations.css";

/** The consents of guardians to keeping a child's data; nothing when there are none. */
export function GuardianConsents({ consents }: { consents: readonly GuardianConsentDto[] }) {
  if (consents.length === 0) return null;
  return (
    <section>
      <h2 className="section-title">监护人同意</h2>
      <ul className="hold-list">
        {consents.map(({ id, guardianName, givenOn, way, roomCode, remark, recordedByName }) => (
          <li key={id}>
            {guardianName}（{roomCode}）于 {givenOn} {consentWayLabels[way]}同意，{recordedByName}登记
            {remark && `：${remark}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
