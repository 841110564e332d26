<link rel="stylesheet" href="<c:url value='/css/lower.css'/>">
<body class="lower"></body>
