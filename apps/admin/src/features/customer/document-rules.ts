import { documentFault, type IdType, landlineFault, mobileFault, phoneFault } from "@linli/contracts/enums";
import type { FormRule } from "antd";

type Fault = (value: string) => string | null;

/** A rule from one of the shared checks; empty values are another rule's business. */
export const checked = (fault: Fault): FormRule => ({
  validator: (_rule, value: unknown) => {
    const sentence = typeof value === "string" && value.trim() !== "" ? fault(value) : null;
    return sentence === null ? Promise.resolve() : Promise.reject(new Error(sentence));
  },
});

/** The same checks as the API's, before anything is sent. */
export const documentRule = (idType: IdType | undefined): FormRule =>
  checked((value) => (idType ? documentFault(idType, value) : null));
export const mobileRule = checked(mobileFault);
export const phoneRule = checked(phoneFault);
export const homePhoneRule = checked((value) => phoneFault(value) && landlineFault(value));

/** Several telephones in one field. */
export const phonesRule: FormRule = {
  validator: (_rule, values: unknown) => {
    const sentence = Array.isArray(values) ? values.map((one) => phoneFault(String(one))).find(Boolean) : null;
    return sentence ? Promise.reject(new Error(sentence)) : Promise.resolve();
  },
};

/** A field that must not be empty, as a rule. */
export const demanded = (isDemanded: boolean, sentence: string): FormRule[] =>
  isDemanded ? [{ required: true, whitespace: true, message: sentence }] : [];
