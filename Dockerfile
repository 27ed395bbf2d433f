FROM node:24-slim AS build
WORKDIR /opt/redress
COPY package.json package-lock.json ./
COPY scripts ./scripts
RUN node scripts/setup.mjs
COPY . .
RUN node_modules/.bin/node scripts/build.mjs

FROM node:24-slim
WORKDIR /opt/redress
COPY --from=build --chown=node:node /opt/redress ./
RUN mkdir /data && chown node:node /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 REDRESS_DATA=/data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=60s CMD ["node_modules/.bin/node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# HOST lets the container's own network in: it starts only with REDRESS_AUTH=off, said by whoever
# publishes the port, and then to loopback (-p 127.0.0.1:3000:3000).
CMD ["node_modules/.bin/node", "scripts/start.mjs"]
