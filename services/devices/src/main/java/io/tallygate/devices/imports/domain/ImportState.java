package io.tallygate.devices.imports.domain;

/** How far an import is. Both ends are final. */
public enum ImportState {
    RUNNING,
    COMPLETED,
    FAILED
}
