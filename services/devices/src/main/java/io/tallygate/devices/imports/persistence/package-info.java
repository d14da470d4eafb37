/** Imports in PostgreSQL: their files until they end, their progress, their rejections. */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.imports.persistence;
