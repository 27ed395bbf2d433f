/** Programs that read answers; code, not words, so the same in every language. */

export function pythonText(origin: string): string {
	return `import urllib.request
import pandas as pd, pyarrow as pa

url = "${origin}/api/answers/overview/monthly?period=all"
with urllib.request.urlopen(url) as response:
    monthly = pa.ipc.open_stream(response).read_all().to_pandas()

cases = pd.read_csv("${origin}/api/cases?format=csv&score=1&score=2",
                    dtype=str)`;
}

export function rText(origin: string): string {
	return `library(arrow)

url <- "${origin}/api/answers/overview/monthly?period=all"
monthly <- read_ipc_stream(url(url, "rb"))

cases <- read.csv("${origin}/api/cases?format=csv&score=1&score=2",
                  fileEncoding = "UTF-8-BOM", colClasses = "character")`;
}

export function excelSteps(origin: string): string {
	return `let
    Source = Csv.Document(Web.Contents("${origin}/api/answers/overview/monthly?format=csv&period=all"),
                          [Delimiter = ",", Encoding = 65001]),
    Monthly = Table.PromoteHeaders(Source)
in
    Monthly`;
}
