import { Module } from "@nestjs/common";
import { FileStore } from "./file-store.js";

/** Uploaded files: their contents on the disk. What a file is of, and who may see it, its domain knows. */
@Module({ providers: [FileStore], exports: [FileStore] })
export class FilesModule {}
