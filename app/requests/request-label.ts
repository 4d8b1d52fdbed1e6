/** The label by which an issue asks for a campaign. */
export const requestLabel = {
  name: "nightshift",
  color: "5319e7",
  description: "Asks Nightshift for a campaign",
} as const;
