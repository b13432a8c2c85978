package licencehub.connectors.files;

/**
 * @param folder absolute, or relative to the configuration
 */
record FolderSettings(String folder) {}
