package io.tallygate.incidents.incident.domain;

/**
 * What the gate's copy of the ledger said of the tag when it crossed.
 *
 * @param kind e.g. LAPTOP
 * @param levelRank from 1
 */
public record LedgerItem(String itemId, String kind, int levelRank, String departmentCode) {}
