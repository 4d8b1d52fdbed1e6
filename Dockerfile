# The App. It never runs code of a repository, and needs no tools for that.
FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 NIGHTSHIFT_CACHE_DIR=/var/cache/nightshift
WORKDIR /nightshift
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
COPY app.yml ./
COPY policies ./policies
COPY schema ./schema
COPY src ./src
COPY app ./app
RUN install -d -o node -g node /var/cache/nightshift
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "app/main.ts"]
