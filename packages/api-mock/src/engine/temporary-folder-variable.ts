/** Environment variable that tells the Prism process which folder to remove when its parent is gone. */
export const temporaryFolderVariable = "NP6_MOCK_TEMPORARY_FOLDER";
