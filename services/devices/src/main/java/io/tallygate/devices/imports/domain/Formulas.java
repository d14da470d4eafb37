package io.tallygate.devices.imports.domain;

/**
 * Keeps spreadsheets from being handed commands: a cell that begins like a formula is one to them, whatever it was meant to be
 * (CSV injection).
 */
public final class Formulas {

    private static final String BEGINNINGS = "=+-@＝＋－＠";

    private Formulas() {}

    /** Whether a spreadsheet might evaluate it; leading blanks do not stop it, and a leading tab or line break is itself a way in. */
    public static boolean isFormula(String cell) {
        if (cell.isEmpty()) {
            return false;
        }
        char first = cell.charAt(0);
        String stripped = cell.strip();
        return first == '\t'
                || first == '\r'
                || first == '\n'
                || (!stripped.isEmpty() && BEGINNINGS.indexOf(stripped.charAt(0)) >= 0);
    }

    /** The same text as a spreadsheet shows it but does not evaluate it. */
    public static String disarmed(String text) {
        return isFormula(text) ? "'" + text : text;
    }
}
