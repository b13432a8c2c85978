package licencehub.library;

/**
 * The number a caller gave a request for uses, so that asking again uses nothing up.
 *
 * @param request stands for the number and whose it is; tells nothing of either
 * @param body stands for what was asked; tells nothing of it
 */
public record UseNumber(String request, String body) {}
