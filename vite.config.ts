/**
 * How the web app is built and served while it is being written.
 *
 * The built files carry no inline script, because the server's content policy allows none;
 * what must run before the first paint stands in `public/theme.js`.
 */
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = process.env.DUNLIN_SERVER ?? 'http://127.0.0.1:4000';

// oxlint-disable-next-line import/no-default-export -- Vite reads the default export.
export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  publicDir: 'public',
  plugins: [react(), tailwindcss(), preloadFont()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    port: 4100,
    proxy: { '/api': { target: server }, '/healthz': { target: server } },
  },
});

/** Asks for the text face with the page, so that words do not change shape as it arrives. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const face = Object.keys(bundle ?? {}).find((name) =>
          /inter-latin-wght-normal/u.test(name),
        );
        if (face === undefined) return [];
        return [
          {
            tag: 'link',
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              href: `/${face}`,
              crossorigin: '',
            },
            injectTo: 'head' as const,
          },
        ];
      },
    },
  };
}
