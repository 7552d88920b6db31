import { json, type Express, type Request, type Response } from 'express';
import type { Log } from '@parley/core/contracts';
import { HandoffSettings } from '@parley/core/conversation';
import type { Composition } from '../composition.js';
import type { ServiceConfig } from '../config.js';
import type { Counts } from '../counts.js';
import { ConversationsQuery, listConversations, readConversation } from './admin-conversations.js';
import { deskOf, saveDesk, slackLink } from './admin-desk.js';
import { changeSettings, overview, settingsOf, SettingsPatch } from './admin-overview.js';
import { actsOfStaff, ActsQuery, noteAct, noteReading, privacyEntries } from './admin-records.js';
import { staffGate } from './staff.js';

/** The admin page's API: every path is for the merchant's staff and sees their tenant alone. */
export function mountAdminApi(app: Express, deps: { composition: Composition; config: ServiceConfig; counts: Counts; log: Log }): void {
  const { composition: c, config } = deps;
  const staff = staffGate(deps);
  const body = json({ limit: 64_000, inflate: false });

  app.use('/api/admin', (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.get('/api/admin/overview', staff(async (t, _req, res) => {
    res.json(await overview(c, t, config));
  }));
  app.get(
    '/api/admin/conversations',
    staff(async (t, req, res) => {
      const query = ConversationsQuery.safeParse(req.query);
      if (query.success) res.json(await listConversations(c, t, query.data));
      else invalid(res, query.error.issues[0]);
    }),
  );
  app.get(
    '/api/admin/conversations/:id',
    staff(async (t, req, res) => {
      const found = await readConversation(c, t, String(req.params['id']));
      if (found === null) {
        missing(res);
        return;
      }
      await noteReading(c, t, found.conversation.id);
      res.json(found);
    }),
  );
  app.patch(
    '/api/admin/settings',
    body,
    staff(async (t, req: Request, res) => {
      const patch = SettingsPatch.safeParse(req.body);
      if (!patch.success) {
        invalid(res, patch.error.issues[0]);
        return;
      }
      const changed = await changeSettings(c, t, patch.data);
      await noteAct(c, t, 'staff.settings', changed.chat.id, Object.keys(patch.data).join(', '));
      res.json(settingsOf(changed, config));
    }),
  );
  app.post(
    '/api/admin/knowledge/refresh',
    staff(async (t, _req, res) => {
      await c.engine.knowledge.refresh(t.shop.id);
      res.status(202).json({ started: true });
    }),
  );
  app.post('/api/admin/deliveries/redrive', staff(async (t, _req, res) => {
    const redriven = await c.engine.redrive.all(t.shop.tenant, ['dead']);
    await noteAct(c, t, 'staff.redrive', t.shop.id, `${redriven} deliveries`);
    res.json({ redriven });
  }));
  app.get('/api/admin/handoff', staff(async (t, _req, res) => {
    res.json(await deskOf(c, t));
  }));
  app.put(
    '/api/admin/handoff',
    body,
    staff(async (t, req: Request, res) => {
      const settings = HandoffSettings.safeParse(req.body);
      if (!settings.success) {
        invalid(res, settings.error.issues[0]);
        return;
      }
      const saved = await saveDesk(c, t, settings.data, `staff/${t.staff.userId}`);
      if (!saved.ok) {
        invalid(res, { path: ['teams', saved.team, 'installation'], message: 'There is no such desk in this shop.' });
        return;
      }
      await noteAct(c, t, 'staff.handoff', t.shop.tenant, `${settings.data.teams.length} teams, ${settings.data.routes.length} routes`);
      res.json(await deskOf(c, t));
    }),
  );
  app.post(
    '/api/admin/slack/link',
    staff(async (t, _req, res) => {
      const url = await slackLink(c, t, config.PARLEY_URL);
      if (url === null) {
        missing(res);
        return;
      }
      await noteAct(c, t, 'staff.link', t.shop.tenant, 'slack');
      res.status(201).json({ url });
    }),
  );
  app.get('/api/admin/privacy', staff(async (t, _req, res) => {
    res.json(await privacyEntries(c, t));
  }));
  app.get(
    '/api/admin/acts',
    staff(async (t, req, res) => {
      const query = ActsQuery.safeParse(req.query);
      if (query.success) res.json(await actsOfStaff(c, t, query.data));
      else invalid(res, query.error.issues[0]);
    }),
  );
  app.get(
    '/api/admin/exports/:id',
    staff(async (t, req, res) => {
      const document = await c.engine.privacy.readExport(t.shop.tenant, String(req.params['id']));
      if (document === null) {
        missing(res);
        return;
      }
      await noteAct(c, t, 'staff.export', String(req.params['id']), '');
      res.setHeader('Content-Disposition', 'attachment; filename="shopper-data.json"').type('application/json').send(document);
    }),
  );
}

function missing(res: Response): void {
  res.status(404).json({ error: { code: 'admin.not-found', message: 'There is nothing here.' } });
}

function invalid(res: Response, issue: { path: PropertyKey[]; message: string } | undefined): void {
  res.status(422).json({ error: { code: 'admin.invalid', message: issue?.message ?? 'The content is not what is expected.', field: issue?.path.map(String).join('.') ?? '' } });
}
