/** What people do with the ledgers: register, change, read, list. Each use case is one transaction and answers an outcome. */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.ledger.application;
