/** Formats of keys by what issues them; the first group, or else the whole match, is the key. */
export type KeyFormat = { readonly name: string; readonly pattern: RegExp };

/**
 * Formats that secretlint's preset does not know, or knows only in files of their own kind. Each has a mark of its
 * issuer, so that ordinary text is none; see the issuers' own pages on secret scanning
 * (https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns).
 */
export const keyFormats: readonly KeyFormat[] = [
  { name: "AWS access key", pattern: /\b(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|AGPA|ANPA)[A-Z0-9]{16}\b/ },
  {
    name: "AWS secret key",
    pattern: /\baws_?(?:secret|session)\w*["'\s:=]{1,6}([A-Za-z0-9/+]{40,})/i,
  },
  { name: "Google API key", pattern: /\bAIza[\w-]{35}\b/ },
  { name: "Google OAuth secret", pattern: /\bGOCSPX-[\w-]{28}\b/ },
  { name: "Google OAuth token", pattern: /\bya29\.[\w-]{20,}/ },
  { name: "service account", pattern: /"private_key_id"\s*:\s*"([0-9a-f]{40})"/ },
  { name: "Azure storage key", pattern: /\b(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{43,88}={0,2})/ },
  { name: "Azure client secret", pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/ },
  { name: "Azure client secret", pattern: /(?<![\w~.-])[\w~.-]{3}8Q~[\w~.-]{31,34}/ },
  {
    name: "Slack webhook",
    pattern: /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9/]{20,}/,
  },
  { name: "Discord token", pattern: /(?<![\w-])[MNO][A-Za-z\d_-]{23,25}\.[\w-]{6}\.[\w-]{27,38}(?![\w-])/ },
  { name: "Discord webhook", pattern: /\bdiscord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,}/ },
  { name: "Telegram token", pattern: /(?<!\w)\d{8,10}:AA[\w-]{32,33}(?![\w-])/ },
  { name: "Twilio key", pattern: /(?<!\w)(?:SK|AC)[0-9a-f]{32}(?!\w)/ },
  { name: "Mailgun key", pattern: /(?<!\w)key-[0-9a-f]{32}(?!\w)/ },
  { name: "Mailchimp key", pattern: /(?<!\w)[0-9a-f]{32}-us\d{1,2}(?!\w)/ },
  { name: "Stripe key", pattern: /\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{20,}/ },
  { name: "webhook secret", pattern: /\bwhsec_[A-Za-z0-9+/=]{24,}/ },
  { name: "GitHub token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})/ },
  { name: "GitLab token", pattern: /\bgl(?:pat|rt|ptt|dt|cbt|oas|soat|ft|imt|agent|ffct)-[\w.-]{20,}/ },
  { name: "npm token", pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { name: "PyPI token", pattern: /\bpypi-AgE[\w-]{50,}/ },
  { name: "RubyGems key", pattern: /\brubygems_[0-9a-f]{48}\b/ },
  { name: "crates.io token", pattern: /\bcio[A-Za-z0-9]{32}\b/ },
  { name: "Docker token", pattern: /\bdckr_(?:pat|oat)_[\w-]{27,}/ },
  { name: "OpenAI key", pattern: /\bsk-(?:proj-|svcacct-|admin-)?[\w-]{20,}T3BlbkFJ[\w-]{20,}/ },
  { name: "OpenAI key", pattern: /\bsk-(?:proj|svcacct|admin)-[\w-]{40,}/ },
  { name: "Anthropic key", pattern: /\bsk-ant-[a-z]+\d{2}-[\w-]{80,}/ },
  { name: "Hugging Face token", pattern: /\b(?:hf|api_org)_[A-Za-z]{34}\b|\bhf_[A-Za-z0-9]{34,}/ },
  { name: "Replicate token", pattern: /\br8_[A-Za-z0-9]{37,40}\b/ },
  { name: "Perplexity key", pattern: /\bpplx-[A-Za-z0-9]{48,}/ },
  { name: "xAI key", pattern: /\bxai-[A-Za-z0-9]{80}\b/ },
  { name: "DigitalOcean token", pattern: /\bdo[opr]_v1_[0-9a-f]{64}\b/ },
  { name: "Cloudflare key", pattern: /\bv1\.0-[0-9a-f]{24}-[0-9a-f]{146}\b/ },
  { name: "Fly.io token", pattern: /\bfm[12][ar]?_[A-Za-z0-9+/=_-]{60,}/ },
  { name: "Netlify token", pattern: /\bnf[pcu]_[A-Za-z0-9]{36,}/ },
  { name: "Vercel token", pattern: /\bvercel_blob_rw_\w{30,}|\bvc[pkir]_[A-Za-z0-9]{24,}/ },
  { name: "Supabase token", pattern: /\bsb(?:p|_secret)_[A-Za-z0-9_-]{31,}/ },
  { name: "PlanetScale token", pattern: /\bpscale_(?:tkn|pw|oauth)_[\w=.-]{32,}/ },
  { name: "Terraform token", pattern: /\b[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,}/ },
  { name: "Vault token", pattern: /\bhv[sbr]\.[\w-]{24,}/ },
  { name: "Atlassian token", pattern: /\bAT(?:ATT3|CTT3|BBT?)[\w=-]{24,}/ },
  { name: "Notion token", pattern: /\b(?:ntn_[A-Za-z0-9]{46}|secret_[A-Za-z0-9]{43})\b/ },
  { name: "Postman key", pattern: /\bPMAK-[0-9a-f]{24}-[0-9a-f]{34}\b/ },
  { name: "New Relic key", pattern: /\bNR(?:AK|II|JS|AA)-[A-Z0-9]{24,}/ },
  { name: "Sentry token", pattern: /\bsntry[su]_[\w=+/-]{60,}/ },
  { name: "Square token", pattern: /\b(?:EAAA[\w-]{60}|sq0(?:atp|csp)-[\w-]{22,})/ },
  { name: "SendGrid key", pattern: /\bSG\.[\w-]{22}\.[\w-]{43}/ },
  { name: "age key", pattern: /\bAGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}\b/ },
  {
    name: "private key",
    pattern:
      /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----(?:[\s"'`+,]|\\[nr]|\w+: [^\n]*)*([A-Za-z0-9+/]{40,})/,
  },
  { name: "PuTTY private key", pattern: /\bPuTTY-User-Key-File-[23]:/ },
  { name: "JSON web token", pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/ },
  {
    name: "password in an address",
    pattern: /\b[a-z][a-z0-9+.-]{2,20}:\/\/[^\s:@/"'`${}]+:([^\s:@/"'`${}]{6,})@[\w.-]+/i,
  },
];
