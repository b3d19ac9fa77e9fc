import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const contracts = new URL("../../packages/contracts/src/", import.meta.url);

/** The contract classes bring class-validator and Nest with them; only their types and the constants may come here. */
function contractsAsTypesOnly(): Plugin {
  return {
    name: "contracts-as-types-only",
    enforce: "pre",
    resolveId(source, importer) {
      if (source !== "@linli/contracts") return;
      throw new Error(
        `${importer ?? "?"}: use "import type" with @linli/contracts, and @linli/contracts/enums for constants`,
      );
    },
  };
}

export default defineConfig({
  plugins: [contractsAsTypesOnly(), react()],
  resolve: {
    alias: [{ find: /^@linli\/contracts\/enums$/, replacement: fileURLToPath(new URL("enums.ts", contracts)) }],
  },
  server: {
    port: 5173,
    proxy: { "/api": { target: process.env.API_URL ?? "http://localhost:3000", changeOrigin: false } },
  },
  build: {
    target: "es2023",
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "echarts", test: /node_modules[\\/](\.pnpm[\\/])?(echarts|zrender)/, priority: 3 },
            {
              name: "react",
              test: /node_modules[\\/](\.pnpm[\\/])?(react|react-dom|react-router|scheduler|@tanstack)[@\\/+]/,
              priority: 2,
            },
            {
              name: "antd",
              test: /node_modules[\\/](\.pnpm[\\/])?(antd|@ant-design|@rc-component|rc-|dayjs)/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
