/** Portals in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.portal.persistence;
