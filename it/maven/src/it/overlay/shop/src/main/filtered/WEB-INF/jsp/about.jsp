<link rel="stylesheet" href="<c:url value='/css/version.css'/>">
<p class="version">${project.artifactId} ${project.version}, ${asIs}</p>
