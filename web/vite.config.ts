import { fileURLToPath } from 'node:url'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const node = process.env['EVERGREEN_URL'] ?? 'http://127.0.0.1:8181'

export default defineConfig({
  plugins: [react(), tailwind()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    // Where Maven packs the bundle's resources from.
    outDir: 'target/classes/web',
    emptyOutDir: true,
    target: ['chrome123', 'firefox128', 'safari17.5'],
    // The content policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    port: 18300,
    strictPort: true,
    // The sample script lies beside the studio.
    fs: { allow: ['.', '../samples'] },
    proxy: { '/api': { target: node, ws: true }, '/media': { target: node } },
  },
})
