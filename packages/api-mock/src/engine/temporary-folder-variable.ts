/** Environment variable with the folder that the Prism process removes when its parent is gone. */
export const temporaryFolderVariable = "NP6_MOCK_TEMPORARY_FOLDER";
