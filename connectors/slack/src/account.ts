import { z } from 'zod';

const Named = z.object({ id: z.string().min(1) });
/** Where the several kinds of payload say whose they are. */
const Whose = z.object({
  authorizations: z.array(z.object({ enterprise_id: z.string().nullish(), team_id: z.string().nullish(), is_enterprise_install: z.boolean().nullish() })).nullish(),
  is_enterprise_install: z.union([z.boolean(), z.literal('true'), z.literal('false')]).nullish(),
  enterprise: Named.nullish(),
  enterprise_id: z.string().nullish(),
  team: Named.nullish(),
  team_id: z.string().nullish(),
});

/** The key of an installation: an organisation-wide install has one token for all its workspaces. */
export function accountKey(enterprise: string | null | undefined, team: string | null | undefined, everywhere: boolean): string | null {
  if (everywhere && enterprise) return `E:${enterprise}`;
  return team ? `T:${team}` : null;
}

/** Whose installation a signed payload is for. In a shared channel the outer `team_id` may be another organisation's: the authorisation tells. */
export function accountOf(body: unknown): string | null {
  const read = Whose.safeParse(body);
  if (!read.success) return null;
  const { authorizations, is_enterprise_install, enterprise, enterprise_id, team, team_id } = read.data;
  const [first] = authorizations ?? [];
  if (first !== undefined) return accountKey(first.enterprise_id, first.team_id, first.is_enterprise_install === true);
  return accountKey(enterprise?.id ?? enterprise_id, team?.id ?? team_id, is_enterprise_install === true || is_enterprise_install === 'true');
}
