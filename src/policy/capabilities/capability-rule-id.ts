/** Id of the rule on the diff that asks the capabilities for each file. */
export const capabilityRuleId = "capability";
