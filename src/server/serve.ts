/**
 * For now only a sign: `serve` stands in `#platform/http/serve.ts`, because an area may import
 * the platform and not the server. Import it from there.
 */
export { type Served, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
