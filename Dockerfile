# One image for every role; PARLEY_ROLE chooses. Debian, not Alpine: libsql and the Chinese segmenter are binaries for glibc.
# A release pins the base by digest: --build-arg NODE_IMAGE=node:20.20.2-bookworm-slim@sha256:...
ARG NODE_IMAGE=node:20.20.2-bookworm-slim

# What npm needs to know of every package, and nothing else: sources may change without a new install.
FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY core/package.json core/
COPY connectors/shopify/package.json connectors/shopify/
COPY connectors/slack/package.json connectors/slack/
COPY connectors/webchat/package.json connectors/webchat/
COPY plugins/admin/package.json plugins/admin/
COPY plugins/service/package.json plugins/service/
COPY plugins/webchat/package.json plugins/webchat/
# Not built and not shipped; named in the lock file.
COPY plugins/sandbox/package.json plugins/sandbox/

FROM packages AS build
# No package needs its install script, so none may run one.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY lerna.json tsconfig.base.json ./
COPY core core
COPY connectors connectors
COPY plugins/admin plugins/admin
COPY plugins/service plugins/service
COPY plugins/webchat plugins/webchat
RUN npx lerna run build --scope @parley/service --scope @parley/admin --scope @parley/webchat --include-dependencies --concurrency 2 \
  && find core connectors plugins -path '*/dist/*' -not -path '*/node_modules/*' -type f \( -name '*.d.ts' -o -name '*.map' -o -name '*.tsbuildinfo' \) -delete
# The intent model is trained here, once, not at every start.
RUN node -e "import('@parley/core/language').then((m) => m.shippedIntentModel())"

FROM packages AS production
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund --workspace @parley/service --include-workspace-root=false \
  && rm -rf plugins/sandbox

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="Parley" \
      org.opencontainers.image.description="An AI customer-service desk inside the platforms merchants already use"
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8080 \
    OPS_PORT=9090 \
    PARLEY_DATA=/data
WORKDIR /app
# Owned by root and only read by the process: nothing that runs can change the program.
COPY --from=production /app ./
COPY --from=build /app/core/dist core/dist
COPY --from=build /app/core/assets core/assets
COPY --from=build /app/core/.cache core/.cache
COPY --from=build /app/connectors/shopify/dist connectors/shopify/dist
COPY --from=build /app/connectors/slack/dist connectors/slack/dist
COPY --from=build /app/connectors/webchat/dist connectors/webchat/dist
COPY --from=build /app/plugins/service/dist plugins/service/dist
# What browsers are served, looked for beside the service.
COPY --from=build /app/plugins/admin/dist/admin.js /app/plugins/admin/dist/admin.css plugins/admin/dist/
COPY --from=build /app/plugins/webchat/dist/parley.js plugins/webchat/dist/
# Only the embedded store writes, and only here: mount a volume. With MONGODB_URI and REDIS_URL the root may be read-only without one.
RUN install -d -o 10001 -g 10001 -m 0700 /data
# By number, so that a cluster can see that it is not root.
USER 10001:10001
EXPOSE 8080 9090
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.OPS_PORT}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node is process 1: it starts no children that would need reaping, and drains on SIGTERM within ten seconds by its own handler.
STOPSIGNAL SIGTERM
CMD ["node", "plugins/service/dist/main.js"]
