export const USAGE = `Quorum's relay: brings the computers of a meeting together, and serves the app to guests.

  npm run -s relay -- [options]

It passes sealed messages between computers that were invited to the same meeting, so that they find each other. What
is written in a meeting does not go through it, and it can read none of what does. It writes down no address.

  --host ADDRESS           where to listen; usual is 127.0.0.1, every interface is ::
  --port NUMBER            usual is 4718; 0 takes a free one
  --tls-cert FILE          certificate chain and key as PEM; read anew at SIGHUP. Without them the relay speaks
  --tls-key FILE             plain http, for a network you trust or a reverse proxy that does TLS
  --behind-proxy           count clients by the last address of X-Forwarded-For, which the proxy sets
  --max-per-address NUMBER connections of one address; usual is 256, an office behind one NAT
  --app FOLDER             the built app, served to guests; usual is the one beside the relay
  --no-app                 serve no app
  --token-file FILE        let in only addresses that end with ?token= and the word in this file
  --stun ADDRESS           e.g. stun:turn.example.org:3478, told to clients; may be repeated
  --turn ADDRESS           e.g. turn:turn.example.org:3478 or turns:...:443?transport=tcp; may be repeated
  --turn-secret-file FILE  coturn's static-auth-secret, from which clients get passwords for a while
  --turn-ttl SECONDS       how long these hold; usual is 14400
  --report                 print one line of JSON on standard output when it listens
  --help

GET /health answers with counts. SIGTERM and SIGINT end it within three seconds.
Exit code: 0 ended as told; 2 the options make no sense; 3 the port is taken. How to run it for a team: build/relay.
`;
